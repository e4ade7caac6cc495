"""entity"""
