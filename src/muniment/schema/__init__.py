"""The nouns: frozen, slotted data classes that every layer shares. They know nothing of disks or models."""
