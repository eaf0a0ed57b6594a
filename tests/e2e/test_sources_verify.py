"""`factcheck sources verify` and `seal`: what a change of a text does to the quotations taken from it."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
TEXTS = {
    "gazette": "The mill burned on Friday. In all 31 people left their homes. Rain came at night.\n",
    "herald": "Some 31 people left their homes, said the mayor. The mill was built in 1890.\n",
}


@pytest.fixture
def newsroom(tmp_path):
    """Two sources with texts of their own, sealed."""
    folder = tmp_path / "newsroom"
    for name in ("sources", "claims", "texts"):
        (folder / name).mkdir(parents=True)
    (folder / "claims" / "vocabulary.toml").write_text(
        "[entity]\nmill = { label = 'the mill' }\n"
        "[property]\nleft = { type = 'quantity', unit = 'person' }\n"
        "built = { type = 'none', once = true }\n"
    )
    (folder / "sources" / "gazette.toml").write_text(
        "# from the archive\n[source]\nid = 'gazette'\n\n[[statement]]\nid    = 'left'\n"
        "quote = '31 people left their homes' # all of them\n"
        "says  = { subject = 'mill', property = 'left', value = 31 }\n"
    )
    (folder / "sources" / "herald.toml").write_text(
        "[source]\nid = 'herald'\n\n[[statement]]\nid    = 'built'\n"
        "quote = 'The mill was built in 1890'\n"
        "says  = { subject = 'mill', property = 'built' }\nwhen  = '1890'\n"
    )
    for name, text in TEXTS.items():
        (folder / "texts" / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def sealed(run, newsroom):
    assert run("sources", "seal", "--texts", "texts", cwd=newsroom).returncode == 0
    return newsroom


def verify(run, folder, texts="texts"):
    """Exit status and the loud findings of a verification, as code and quote."""
    done = run("sources", "verify", "--texts", texts, "--output-format", "json", cwd=folder)
    assert done.stderr == b""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, [(f["code"], f["quote"], f["message"]) for f in found if f["severity"] != "info"]


def change(folder, name, old, new):
    path = folder / "texts" / f"{name}.txt"
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))


def test_a_sealed_newsroom_is_verified(run, sealed):
    done = run("sources", "verify", "--texts", "texts", cwd=sealed)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[:2] == [
        "gazette: 1 quotations, 1 exact",
        "herald: 1 quotations, 1 exact",
    ]


def test_sealing_writes_the_files_once(run, sealed):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sealed.glob("sources/*")}
    done = run("sources", "seal", "--texts", "texts", cwd=sealed)
    assert done.returncode == 0
    assert b"sealed" not in done.stdout
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sealed.glob("sources/*")}


def test_sealing_leaves_no_other_file_behind(sealed):
    assert sorted(path.name for path in (sealed / "sources").iterdir()) == ["gazette.toml", "herald.toml"]


def test_sealing_keeps_permissions_links_and_comments(run, newsroom):
    real = newsroom / "archive.toml"
    link = newsroom / "sources" / "gazette.toml"
    link.rename(real)
    link.symlink_to(real)
    real.chmod(0o640)
    assert run("sources", "seal", "--texts", "texts", cwd=newsroom).returncode == 0
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "# from the archive\n" in real.read_text()
    assert "# all of them\n" in real.read_text()
    assert "sha256" in real.read_text()


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("31 people", "13 people", ["FC103", "FC105"]),
        ("31 people", "31 people never", ["FC103", "FC105"]),
        ("In all 31", "It is not so that 31", ["FC105", "FC109"]),
        ("left their homes", "had left their homes", ["FC105"]),
        ("31 people left their homes", "everybody was safe", ["FC101", "FC105"]),
        ("Rain", "Later 31 people left their homes. Rain", ["FC104", "FC105"]),
        ("Rain", "Snow", ["FC105"]),
        ("The mill", "The old mill", ["FC105"]),
    ],
)
def test_a_changed_text_is_told(run, sealed, old, new, codes):
    change(sealed, "gazette", old, new)
    status, found = verify(run, sealed)
    assert {code for code, _, _ in found} - {"FC102"} == set(codes)
    assert status == 1


def test_a_changed_figure_is_told_even_without_a_digest(run, newsroom):
    change(newsroom, "gazette", "31 people", "30 people")
    status, found = verify(run, newsroom)
    assert (status, [code for code, _, _ in found]) == (1, ["FC103"])
    assert "31 became 30" in found[0][2]


def test_sealing_a_changed_figure_changes_nothing_and_fails(run, sealed):
    before = (sealed / "sources" / "gazette.toml").read_text()
    change(sealed, "gazette", "31 people", "13 people")
    done = run("sources", "seal", "--texts", "texts", cwd=sealed)
    assert done.returncode == 1
    assert b"FC103" in done.stdout
    after = (sealed / "sources" / "gazette.toml").read_text()
    assert [line for line in after.splitlines() if "sha256" not in line] == [
        line for line in before.splitlines() if "sha256" not in line
    ]
    assert verify(run, sealed)[0] == 1


def test_sealing_with_another_sentence_around_the_words_says_so(run, sealed):
    change(sealed, "gazette", "In all 31", "By night 31")
    done = run("sources", "seal", "--texts", "texts", cwd=sealed)
    assert done.returncode == 0
    assert b"gazette#left: sealed, with another sentence around the words" in done.stdout
    assert verify(run, sealed) == (0, [])


def test_a_missing_text_is_told(run, sealed):
    (sealed / "texts" / "herald.txt").unlink()
    status, found = verify(run, sealed)
    assert (status, [each[:2] for each in found]) == (1, [("FC110", "'herald'")])
    assert b"herald: no text" in run("sources", "verify", "--texts", "texts", cwd=sealed).stdout


@pytest.mark.parametrize("texts", ["nowhere", "texts/gazette.txt/x"])
def test_a_missing_folder_of_texts_stops_the_proof(run, sealed, texts):
    assert verify(run, sealed, texts)[0] == 2


def test_a_project_without_sources_has_nothing_to_verify(run, tmp_path):
    (tmp_path / "texts").mkdir()
    status, found = verify(run, tmp_path)
    assert (status, [code for code, _, _ in found]) == (2, ["FC010"])


def test_a_text_that_is_not_utf8_stops_the_proof(run, sealed):
    (sealed / "texts" / "herald.txt").write_bytes(b"caf\xe9")
    status, found = verify(run, sealed)
    assert status == 2
    assert {code for code, _, _ in found} == {"FC007", "FC110"}


@pytest.fixture
def seeds(tmp_path):
    if not SEEDS.is_dir():
        pytest.skip("the full texts of the two articles are not at hand")
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


def test_every_quotation_of_this_project_is_proven(run, project, seeds):
    assert [code for code, _, _ in verify(run, project, seeds)[1]] == ["FC106"]


def test_this_project_is_sealed(run, project, seeds):
    before = {path.name: path.read_bytes() for path in (project / "sources").iterdir()}
    assert run("sources", "seal", "--texts", seeds, cwd=project).returncode == 0
    assert before == {path.name: path.read_bytes() for path in (project / "sources").iterdir()}


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("turksoy-2018", "94", "90", "FC103"),
        ("turksoy-2018", "13,000", "31,000", "FC103"),
        ("turksoy-2018", "is expected to reach", "is not expected to reach", "FC103"),
        ("turksoy-2018", "1999-2008", "1999-2009", "FC103"),
        ("khalilov-2021", "to 120", "to 130", "FC103"),
        ("khalilov-2021", "22-member", "23-member", "FC103"),
        ("khalilov-2021", "was formed in 1997", "was not formed in 1997", "FC103"),
        ("khalilov-2021", "started in 1992", "never started in 1992", "FC103"),
    ],
)
def test_one_changed_figure_or_one_not_in_an_article_is_told(run, project, seeds, name, old, new, code):  # noqa: PLR0917
    path = seeds / f"{name}.txt"
    before = path.read_text(encoding="utf-8")
    if old not in before:
        pytest.fail(f"{old!r} is not in the article")
    path.write_text(before.replace(old, new), encoding="utf-8")
    status, found = verify(run, project, seeds)
    assert status == 1
    assert code in {each[0] for each in found}
    assert "FC105" in {each[0] for each in found}
