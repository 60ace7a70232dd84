"""The camera sources. They import OpenCV: only the worker opens them."""
