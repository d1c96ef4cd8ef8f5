"""How far one grade goes: the modules entered while it is posted, and read again."""
