"""Settings: config/default.toml, overruled by the environment, overruled by flags."""

import os
import shlex
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from machine import paths

PREFIX = "PAIZHAO_"


class SettingsError(Exception):
    """A setting cannot be used; the message names it and its value."""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a server; the fields are those of config/default.toml."""

    plan: str
    host: str
    port: Annotated[int, Meta(ge=0, le=65535)]
    data: str
    store: str
    printer: tuple[str, ...]
    public_url: Annotated[str, Meta(pattern=r"\A(https?://\S+)?\Z")]
    hosts: tuple[str, ...]
    rehearse_at: str
    voice_command: str
    speed: Annotated[float, Meta(ge=1, le=600)]
    crowd: bool

    @property
    def plan_path(self) -> Path:
        """The plan's file: the one named, else the collection's own, else the notice's."""
        if self.plan:
            return Path(self.plan)
        return self.own_plan_path if self.own_plan_path.exists() else paths.DEFAULT_PLAN

    @property
    def own_plan_path(self) -> Path:
        """The plan of the collection that the data directory holds, all its days joined."""
        return self.data_path / "plan.toml"

    @property
    def has_plan(self) -> bool:
        """Whether a plan has been named or set up, so that it is not the notice's."""
        return self.plan_path != paths.DEFAULT_PLAN

    @property
    def draft_path(self) -> Path:
        """What has been said of a collection that is being set up."""
        return self.data_path / "setup.json"

    @property
    def handed_on_path(self) -> Path:
        """The PIN and the sessions, while one server ends and the next starts."""
        return self.data_path / "sign-in.json"

    @property
    def is_demonstration(self) -> bool:
        """Whether nobody has said what is to be served, nor set anything up."""
        names = ("plan", "data", "store", "rehearse_at", "speed", "crowd")
        default = load({}, {})
        unsaid = all(getattr(self, name) == getattr(default, name) for name in names)
        return unsaid and not self.own_plan_path.exists()

    @property
    def data_path(self) -> Path:
        """The data directory, absolute."""
        return Path(self.data).absolute()

    @property
    def roster_path(self) -> Path:
        """The students: one file for the day and a drill, for the people are the same."""
        return self.data_path / "roster.jsonl"

    @property
    def spellings_path(self) -> Path:
        """What staff have said names in rosters to mean: classes, nobody's name."""
        return self.data_path / "spellings.json"

    @property
    def printers_path(self) -> Path:
        """The printers set up."""
        return self.data_path / "printers.json"

    @property
    def voice_path(self) -> Path:
        """The sentences rendered for the wall."""
        return self.data_path / "voice"

    @property
    def proofs_path(self) -> Path:
        """The proofs of the fee sheets drawn, those of drills too."""
        return self.data_path / "sheets"

    def store_path(self, drill: bool) -> Path:
        """Keep a drill's journal where the day's is never looked for."""
        return self.data_path / "drill" if drill else self.data_path

    def papers_path(self, drill: bool) -> Path:
        """Return where the virtual printer leaves its paper."""
        return self.store_path(drill) / "paper"


def load(flags: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; a flag or variable that is empty was not given.

    Raises SettingsError naming the setting whose value cannot be used.
    """
    values: dict[str, Any] = tomllib.loads(paths.DEFAULT_SETTINGS.read_text("utf-8"))
    for name, default in values.items():
        flag, variable = flags.get(name), environ.get(PREFIX + name.upper())
        if flag not in (None, (), ""):
            values[name] = flag
        elif variable:
            values[name] = variable.split(",") if isinstance(default, list) else variable
    try:
        chosen = msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$.")
        name = path.rstrip("`")
        raise SettingsError(f"{name} = {values.get(name)!r}: {message}") from None
    try:
        shlex.split(chosen.voice_command)
    except ValueError as error:
        raise SettingsError(f"voice_command = {chosen.voice_command!r}: {error}") from None
    return chosen
