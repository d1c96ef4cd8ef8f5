"""Bytes that are nearly an example: the same for the same number."""

import random

ODD = [
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n\n", b"\t", b"\\", b"{"),
    *(
        b"}",
        b"<",
        b"&#0;",
        b"]]>",
        b"<!--",
        b'"',
        b"'",
        b"-" * 40,
        b"(" * 40,
        b"1" * 40,
    ),
    *("٣²½İı\u200b\u202e\U0001f48a\ud7ff".encode(), "e\u0301\u0327".encode() * 9),
]


def mutated(example, number):
    """An example with a few of its bytes changed, lost, doubled or gone astray."""
    chance = random.Random(number)
    data = bytearray(example)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randint(1, 20))
        change = chance.randrange(5)
        if change == 0:
            del data[start:end]
        elif change == 1:
            data[start:start] = data[start:end] * chance.randint(1, 30)
        elif change == 2:
            data[start:start] = chance.choice(ODD)
        elif change == 3 and start < end:
            data[start] = chance.randrange(256)
        else:
            data[start:end] = data[: end - start][::-1]
    return bytes(data)
