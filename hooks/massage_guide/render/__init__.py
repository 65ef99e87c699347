"""A checked Site becomes finished text, by Jinja."""
