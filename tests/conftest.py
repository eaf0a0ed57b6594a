"""Golden files: what a program prints, kept beside the tests; `--update-golden` writes them anew.

Laws run with the same examples everywhere; `HYPOTHESIS_PROFILE=thorough` runs ten times as many, with
fresh seeds, and `brief` fewer, for a run that only counts lines.
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import settings

# No deadlines: speed is measured as a ratio in benchmarks/, never as a timed test.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("brief", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# Under a tracer these take minutes and reach no line that others do not.
TIMED = re.compile("linear|_in_time|in_seconds|hostile|grows_with")


def pytest_collection_modifyitems(items):
    if os.environ.get("HYPOTHESIS_PROFILE") == "brief":
        for item in items:
            if TIMED.search(item.name):
                item.add_marker(pytest.mark.skip("growth in time is measured without a tracer"))


GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture
def golden(request):
    """A function that holds a text against the golden file of a name."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text.encode() == path.read_bytes()

    return compare
