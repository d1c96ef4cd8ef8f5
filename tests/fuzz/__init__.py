"""Whatever comes in is read, or refused in a sentence: tried with bytes nobody wrote.

``make fuzz`` runs each reader under atheris, and the API under schemathesis as each
role, for so many seconds; a short while of the readers is part of every test run.
"""
