"""Wording is locked to certainty: the rule, and the matcher that finds what claims too much."""

from .grades import certainty_behind as certainty_behind
from .matcher import Matcher as Matcher
from .names import treatments as treatments
from .rule import CODE as CODE
from .rule import check as check
from .rule import matcher_of as matcher_of
