"""Quality and speed, measured with the code that users run. Not part of the package."""
