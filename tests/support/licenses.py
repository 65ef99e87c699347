"""`python -m tests.support.licenses` writes the license of each dependency.

The list is requirements/LICENSES.md.

It lists what every machine installs; a package for some machines only is left out. What the site
itself ships of them is Material's script, under the MIT license. What it ships of others besides is
in docs/assets/javascripts/vendor/.
"""

from __future__ import annotations

import re
from importlib.metadata import files, metadata

from tests.support.projects import ROOT

FILE = ROOT / "requirements/LICENSES.md"
_PINNED = re.compile(r"(?m)^([\w.-]+)==[^\s;]+ \\$")
_HEAD = """\
# Licenses of the dependencies

Made by `python -m tests.support.licenses`, from what each package says of itself.

| package | used for | license |
| --- | --- | --- |
"""


def listed() -> str:
    """The whole file."""
    site, test = (
        set(_PINNED.findall((ROOT / f"requirements/{name}.txt").read_text("utf-8")))
        for name in ("site", "test")
    )
    rows = (
        f"| {name} | {'building' if name in site else 'testing'} | {license_of(name)} |"
        for name in sorted(site | test)
    )
    return _HEAD + "\n".join(rows) + "\n"


def license_of(package: str) -> str:
    """What a package says of its license.

    It is the expression, else the classifiers, else the first line of its text.
    """
    about = metadata(package)
    classes = [
        name.rpartition(" :: ")[2]
        for name in about.get_all("Classifier", [])
        if name.startswith("License ::")
    ]
    said = (
        about.get("License-Expression")
        or ", ".join(classes)
        or about.get("License", "").split("\n")[0]
    )
    return said or next(
        (
            file.read_text().split("\n")[0]
            for file in files(package) or ()
            if file.name == "LICENSE"
        ),
        "not stated",
    )


if __name__ == "__main__":
    FILE.write_text(listed(), "utf-8")
