"""What a JSON Schema says against a document: one line a fault. With --each, against every element of it."""
import json
import sys

import jsonschema

schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
validator = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
validator.check_schema(schema)
checker = validator(schema, format_checker=jsonschema.FormatChecker())
documents = document if "--each" in sys.argv else [document]
json.dump([f"{e.json_path}: {e.message[:300]}" for one in documents for e in checker.iter_errors(one)], sys.stdout)
