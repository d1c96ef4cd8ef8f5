"""``make walk``."""

from tests.alone import run

if __name__ == "__main__":
    print(run("tests.walk.entered.walk"))
