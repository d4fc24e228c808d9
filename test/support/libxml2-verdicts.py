"""Asks libxml2 about many small documents: validates standard input against every schema that is named as an argument.

Input: for each document its length in bytes as a decimal line, then the document. Output: one line a schema that says
"schema" or "no schema", then one line a document with a digit a schema: 1 valid, 0 invalid, ? not judged.
"""

import ctypes
import ctypes.util
import sys


def load():
    try:
        return ctypes.CDLL("libxml2.so.2")
    except OSError:
        return ctypes.CDLL(ctypes.util.find_library("xml2"))


lib = load()
pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
for name, result, arguments in [
    ("xmlSchemaNewParserCtxt", pointer, [text]),
    ("xmlSchemaSetParserErrors", None, [pointer, pointer, pointer, pointer]),
    ("xmlSchemaParse", pointer, [pointer]),
    ("xmlSchemaNewValidCtxt", pointer, [pointer]),
    ("xmlSchemaSetValidErrors", None, [pointer, pointer, pointer, pointer]),
    ("xmlSchemaValidateDoc", number, [pointer, pointer]),
    ("xmlReadMemory", pointer, [text, number, text, text, number]),
    ("xmlFreeDoc", None, [pointer]),
    ("xmlSetGenericErrorFunc", None, [pointer, pointer]),
]:
    function = getattr(lib, name)
    function.restype, function.argtypes = result, arguments

# Errors are told by the result alone: nothing is printed.
silent = ctypes.CFUNCTYPE(None, pointer, text)(lambda context, message: None)
quiet = ctypes.cast(silent, pointer)
lib.xmlSetGenericErrorFunc(None, quiet)

NO_ERROR_NO_WARNING_NO_NETWORK = 32 | 64 | 2048


def context_of(path):
    parser = lib.xmlSchemaNewParserCtxt(path.encode())
    lib.xmlSchemaSetParserErrors(parser, quiet, quiet, None)
    schema = lib.xmlSchemaParse(parser)
    if not schema:
        return None
    context = lib.xmlSchemaNewValidCtxt(schema)
    lib.xmlSchemaSetValidErrors(context, quiet, quiet, None)
    return context


contexts = [context_of(path) for path in sys.argv[1:]]
for context in contexts:
    print("schema" if context else "no schema")


def judge(context, document):
    if context is None:
        return "?"
    result = lib.xmlSchemaValidateDoc(context, document)
    return "1" if result == 0 else "0" if result > 0 else "?"


source = sys.stdin.buffer
while True:
    line = source.readline()
    if not line:
        break
    body = source.read(int(line))
    document = lib.xmlReadMemory(body, len(body), None, None, NO_ERROR_NO_WARNING_NO_NETWORK)
    print("".join(judge(context, document) for context in contexts) if document else "0" * len(contexts))
    if document:
        lib.xmlFreeDoc(document)
