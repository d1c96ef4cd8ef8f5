"""Reference lists of invented works in which half of the entries are faulty."""
