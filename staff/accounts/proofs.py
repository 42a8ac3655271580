"""The proofs of the sheets drawn, stored with the data: what a sheet can be verified by for ever.

They name no student: of each line there is a MAC, which only whoever has the sheet can compare.
"""

import hashlib
from pathlib import Path

import msgspec

from machine.disk import SharedFile, put
from queueing.plan import Plan, PlanBody
from staff.accounts.proof import Proof, file_name


class Proofs:
    """A folder with a file for each sheet that says something else, and each plan drawn with."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.key = key
        self._folder = folder
        self._lock = SharedFile(folder / "proofs")

    def save(self, code: str, proof: Proof) -> None:
        """Store the proof of a sheet, durably; nothing is written when it is there already."""
        self._put(file_name(self.key, code), msgspec.json.encode(proof))

    def save_plan(self, plan: Plan) -> str:
        """Store a plan, if it is not there already, and return the name that it is found by."""
        content = msgspec.json.encode(plan.body)
        name = f"plan-{hashlib.sha256(content).hexdigest()[:16]}"
        self._put(name, content)
        return name

    def find(self, code: str) -> Proof | None:
        """Return the proof of a code, None when no sheet with it was drawn here.

        Raises msgspec.MsgspecError when its file is damaged.
        """
        content = self._read(file_name(self.key, code))
        return msgspec.json.decode(content, type=Proof) if content else None

    def plan(self, name: str) -> Plan:
        """Return a stored plan.

        Raises msgspec.MsgspecError when its file is damaged or missing.
        """
        return Plan(msgspec.json.decode(self._read(name), type=PlanBody))

    def path(self, name: str) -> Path:
        """Return the file of a name."""
        return self._folder / f"{name}.json"

    def _read(self, name: str) -> bytes:
        return SharedFile(self.path(name)).read()

    def _put(self, name: str, content: bytes) -> None:
        if self._read(name) != content:
            with self._lock.locked():
                put(self.path(name), content)
