"""The version of the code; one place, read by packaging and by `muniment --version`."""

__version__ = "0.1.0"
