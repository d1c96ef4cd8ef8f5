"""Pictures of evidence, drawn as SVG on the server: plain Python, no script."""
