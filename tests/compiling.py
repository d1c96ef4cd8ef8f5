"""Compiling before the workers of a run start, which would each compile all alike.

In a fresh checkout nothing is compiled yet, and rewriting the tests' assertions, which
has a failing one show its values, takes longer than collecting the tests.
"""

import compileall
import re
from pathlib import Path

from _pytest.assertion import rewrite

ROOT = Path(__file__).resolve().parent.parent
TESTS = re.compile(r"/test_\w+\.py$")


def compile_packages():
    """Compile whatever is imported as it stands; what is compiled already is left."""
    for package in ROOT.glob("*/__init__.py"):
        compileall.compile_dir(package.parent, rx=TESTS, quiet=2)


def compile_tests(config):
    """Compile the tests as pytest does on importing them, with assertions rewritten."""
    state = config.stash[rewrite.assertstate_key]
    for file in Path(__file__).parent.rglob("test_*.py"):
        folder = rewrite.get_cache_dir(file)
        compiled = folder / (file.stem + rewrite.PYC_TAIL)
        if rewrite._read_pyc(file, compiled) is None:
            source, code = rewrite._rewrite_test(file, config)
            rewrite.try_makedirs(folder)
            rewrite._write_pyc(state, code, source, compiled)
