"""``python -m tests.fuzz.readers NAME SECONDS``: one reader under atheris."""

import atheris

with atheris.instrument_imports(
    include=["articles", "bibliography", "studies", "texts"]
):
    from tests.fuzz.targets import TARGETS

LONGEST = 4096  # bytes that are tried
AT_MOST = ("-rss_limit_mb=1024", "-timeout=20", f"-max_len={LONGEST}")


def main(name, seconds, found):
    """Try a target for so many seconds; what fails is written to a folder."""
    (target,) = [each for each in TARGETS if each.name == name]
    target.run(target.example)
    corpus = found / "examples"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / name.replace(" ", "-")).write_bytes(target.example)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={found}/", *AT_MOST]
    atheris.Setup(["fuzz", *options, str(corpus)], target.run)
    atheris.Fuzz()
