"""Downloads as learning management systems hand them out: which file is whose.

Each layout is a module that knows one system's file names; ``hand_ins`` puts a student's files together.
"""
