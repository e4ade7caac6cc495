"""What computes: newspaper text → articles → sentences → mentions → entities → co-mentions → networkx.

Pure: no file, network, clock or terminal.
"""
