"""What an article states of a study."""

import pytest

from articles.reading.suggesting.describing import stated_sample_size


@pytest.mark.parametrize(
    ("passage", "size"),
    [
        ("A trial in 24 patients found less fever.", 24),
        ("A trial of 1,250 older adults found less fever.", 1250),
        ("The pilot study (n = 12) found less fever.", 12),
        ("The trial (N=40) followed 40 women for a year.", 40),
        ("Thirty rabbits aside, 30 rabbits were given examplin.", 30),
    ],
)
def test_a_stated_sample_size_is_read(passage, size):
    assert stated_sample_size(passage) == size


@pytest.mark.parametrize(
    "passage",
    [
        "A trial found less fever.",
        "Of 40 patients, 20 patients had less fever.",  # which is the sample?
        "Fever fell in 60% patients.",
        "Fever fell by 2.5 patients",
        "In 2016 patients were given examplin.",
        "At 3 and 6 months follow-up fever was lower.",
        "Patients aged 40-60 participants",
    ],
)
def test_what_is_unclear_stays_unknown(passage):
    assert stated_sample_size(passage) is None
