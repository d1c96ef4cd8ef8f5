"""What becomes of an account."""

from texts.words import Words


class AccountStep(Words):
    """One thing that was done to an account."""

    MADE = "made"
    ROLE = "role", "given another role"
    CLOSED = "closed"
    REOPENED = "reopened"
    PASSWORD = "password", "given another password by somebody else"
