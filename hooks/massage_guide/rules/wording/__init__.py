"""Wording is locked to certainty: the rule, and the matcher that finds what claims too much."""

from .rule import CODE as CODE
from .rule import check as check
