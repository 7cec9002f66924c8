"""When something happened, where its own clause does not say: the same fact told elsewhere, the occasion, the stay."""
