"""Who and what the names, titles and pronouns of one document stand for."""
