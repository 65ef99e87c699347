"""Loads the generator's code again when it has changed: MkDocs imports a hook once and keeps it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = __name__.partition(".")[0]


class Reloader:
    """Renews the hook module `adapter`, and the core it imports, in place.

    `state` names the variable of the hook that outlives the renewal.
    """

    def __init__(self, adapter: ModuleType, state: str) -> None:
        self._adapter = adapter
        self._state = state
        self._file = Path(str(adapter.__file__))
        self._folder = self._file.parent
        self._seen = self._stamp()

    def renew(self) -> None:
        """Load what has changed.

        When the new code cannot be loaded, the old stays, and this raises.
        """
        if (stamp := self._stamp()) == self._seen:
            return
        variables, modules = dict(vars(self._adapter)), _forget()
        sys.path.insert(0, str(self._folder))
        try:
            importlib.invalidate_caches()
            spec = self._adapter.__spec__
            if spec and spec.loader:
                spec.loader.exec_module(self._adapter)
        except BaseException:
            _forget()
            sys.modules.update(modules)
            vars(self._adapter).clear()
            vars(self._adapter).update(variables)
            raise
        finally:
            sys.path.remove(str(self._folder))
        setattr(self._adapter, self._state, variables[self._state])
        self._seen = stamp

    def _stamp(self) -> list[tuple[Path, int]]:
        """Every file of the hooks with its time.

        Templates count too: the code keeps what it learned from them.

        Of the folder nothing else counts: where the generator is installed, it holds every other
        package too.
        """
        core = (
            path
            for path in (self._folder / PACKAGE).rglob("*")
            if path.suffix != ".pyc" and path.is_file()
        )
        return sorted((path, path.stat().st_mtime_ns) for path in (self._file, *core))


def _forget() -> dict[str, ModuleType]:
    """Take the core's modules out of Python's memory, and return them."""
    core = {
        name: module for name, module in sys.modules.items() if name.partition(".")[0] == PACKAGE
    }
    for name in core:
        del sys.modules[name]
    return core
