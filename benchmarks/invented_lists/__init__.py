"""Reference lists of works that do not exist, in the styles of journals and sites."""
