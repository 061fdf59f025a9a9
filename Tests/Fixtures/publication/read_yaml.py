"""Reads YAML files with PyYAML, every scalar as text, and writes them as JSON, in the order of the arguments."""

import json
import sys

import yaml

documents = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        documents.append(yaml.load(file, Loader=yaml.BaseLoader))
json.dump(documents, sys.stdout)
