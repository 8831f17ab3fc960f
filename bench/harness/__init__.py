"""The benchmark's own code: each part of `bench/run` is one module with a main."""
