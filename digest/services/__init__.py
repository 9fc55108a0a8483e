"""Use cases, shared by the command line and the app: open, take in, read, find.

Each module is one use case. Nothing here draws or prints; nothing heavy is loaded before it is
used, since opening a library and listing it is on the way to the first picture.
"""
