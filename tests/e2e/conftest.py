"""The command as a program of its own, in copies of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[2]
SOURCE = Path(factcheck.__file__).parents[1]


@pytest.fixture(scope="session")
def environment():
    """The environment of a program that imports this very library, on no terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "COLUMNS"}}
    return kept | {"PYTHONPATH": str(SOURCE)}


@pytest.fixture(scope="session")
def run(environment):
    """`factcheck` with arguments, in a folder, with changes to the environment."""

    def run(*arguments, cwd, **changes):
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "factcheck", *map(str, arguments)],
            cwd=cwd,
            env=environment | changes,
            capture_output=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def project(tmp_path):
    """A copy of this project's newsroom: its sources, its claims, its settings."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("sources", "claims"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder
