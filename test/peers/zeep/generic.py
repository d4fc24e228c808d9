"""Calls the one operation of a generic service with python3-zeep: generic.py WSDL USER PASSWORD NOUN."""

import json
import sys

from lxml import etree
from zeep import Client
from zeep.exceptions import Fault
from zeep.wsse.username import UsernameToken

wsdl, user, password, noun = sys.argv[1:]
client = Client(wsdl, wsse=UsernameToken(user, password, use_digest=True))
try:
    answer = client.service.Request(
        Header={"Verb": "get", "Noun": noun, "MessageID": "m-1 é 𝄞"},
        Request={"StartTime": "2026-01-01T00:00:00Z"},
    )
    payload = [] if answer.Payload is None else answer.Payload._value_1
    print(
        json.dumps(
            {
                "verb": answer.Header.Verb,
                "correlation": answer.Header.CorrelationID,
                "result": answer.Reply.Result,
                "codes": [error.code for error in answer.Reply.Error],
                "payload": [etree.QName(element).text if hasattr(element, "tag") else str(type(element)) for element in payload],
            }
        )
    )
except Fault as fault:
    parsed = client.get_element(etree.QName(fault.detail[0]).text).parse(fault.detail[0], client.wsdl.types)
    print(json.dumps({"message": fault.message, "result": parsed.Reply.Result, "code": parsed.Reply.Error[0].code}))
