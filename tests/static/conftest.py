"""The browser that the system tests use too."""

from tests.system.conftest import browser_type_launch_args

__all__ = ["browser_type_launch_args"]
