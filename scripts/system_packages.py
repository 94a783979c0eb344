"""Say in one line each which optional system packages are missing, what they are for, and the command to install them."""

from __future__ import annotations

import ctypes.util
import shutil
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """A system package that a part of Eccentric needs: how to see that it is there, and what to type when it is not."""

    what: str
    purpose: str
    install: str
    programs: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def met(self) -> bool:
        """True when one of the programs, or all of the libraries, are on this machine."""
        if self.programs:
            return any(shutil.which(program) for program in self.programs)
        return all(ctypes.util.find_library(library) for library in self.libraries)


NEEDS = (
    Need("Chromium", "browser tests", "apt-get install chromium", programs=("chromium", "chromium-browser", "google-chrome")),
    Need(
        "Pango",
        "reports as PDF",
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        libraries=("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"),
    ),
)


def main() -> int:
    """Print a line for each unmet need; always 0, for the rest goes on without."""
    for need in NEEDS:
        if not need.met():
            print(f"eccentric: {need.what} is not installed, so {need.purpose} are left out. To have them: {need.install}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
