"""Proofs are stored once each, for the owner's eyes, and found by their code alone."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from staff.accounts.proof import Proof, prove_lines
from staff.accounts.proofs import Proofs
from staff.document.model import Line
from tests.queueing.day import Day
from tests.staff.accounts.sheets import KEY

CODE = "7K3M-Q9TX-0B4D-WHE2"
LINES = prove_lines(KEY, CODE, [Line("签名单", 3, ("1", "20200001", "王伟"))])
PROOF = Proof("收费并单-Art", "east", 9, "c0ffee", "art", None, False, "plan-1", LINES)


def test_a_proof_is_found_by_its_code_also_by_another_process(tmp_path: Path) -> None:
    Proofs(tmp_path / "sheets", KEY).save(CODE, PROOF)
    assert Proofs(tmp_path / "sheets", KEY).find(CODE) == PROOF
    assert Proofs(tmp_path / "sheets", KEY).find("0000-0000-0000-0000") is None
    assert Proofs(tmp_path / "sheets", b"another").find(CODE) is None


def written(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return which file each name stands for, and when that was written."""
    stats = {file: file.stat() for file in folder.glob("*.json")}
    return {file: (stat.st_ino, stat.st_mtime_ns) for file, stat in stats.items()}


def test_saving_the_same_again_writes_nothing(tmp_path: Path) -> None:
    proofs, plan = Proofs(tmp_path, KEY), Day().hall.plan
    proofs.save(CODE, replace(PROOF, plan=proofs.save_plan(plan)))
    files = written(tmp_path)
    assert len(files) == 2
    proofs.save(CODE, replace(PROOF, plan=proofs.save_plan(plan)))
    assert written(tmp_path) == files


def test_the_journal_that_a_sheet_was_last_drawn_from_counts(tmp_path: Path) -> None:
    proofs, again = Proofs(tmp_path, KEY), replace(PROOF, chain="drill played again")
    for proof in (PROOF, again):
        proofs.save(CODE, proof)
    assert proofs.find(CODE) == again


def test_only_the_owner_may_read_and_neither_name_nor_code_is_in_it(tmp_path: Path) -> None:
    Proofs(tmp_path / "sheets", KEY).save(CODE, PROOF)
    (file,) = (tmp_path / "sheets").glob("*.json")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    stored = file.name + file.read_text("utf-8")
    assert not any(text in stored for text in ("王伟", "20200001", CODE, CODE.replace("-", "")))


def test_a_plan_comes_back_as_it_was(tmp_path: Path) -> None:
    proofs, plan = Proofs(tmp_path, KEY), Day().hall.plan
    assert proofs.plan(proofs.save_plan(plan)).body == plan.body


def test_what_is_damaged_is_not_taken_for_nothing(tmp_path: Path) -> None:
    proofs = Proofs(tmp_path, KEY)
    proofs.save(CODE, PROOF)
    (file,) = tmp_path.glob("*.json")
    file.write_text("{")
    with pytest.raises(msgspec.MsgspecError):
        proofs.find(CODE)
    with pytest.raises(msgspec.MsgspecError):
        proofs.plan("plan-lost")
