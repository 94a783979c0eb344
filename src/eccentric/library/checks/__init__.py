"""The rules that hold between files; each is one function from a Library to its problems."""
