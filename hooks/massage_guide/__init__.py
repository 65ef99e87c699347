"""The guide's generator: YAML in `content/` becomes the finished files of a static site.

Data flows one way: `source -> check (model, rules) -> Site -> render, generate -> adapter`.
Nothing in this package imports mkdocs; `hooks/mkdocs_adapter.py` hands its files over.
"""
