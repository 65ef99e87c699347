"""Mutation testing: do the tests notice one small change of the code at a time?"""
