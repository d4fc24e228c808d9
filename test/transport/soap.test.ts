import { createSoapAdapter, type SoapVersion } from '@cimbind/runtime/transport/soap';
import { transportConformance } from './conformance.js';
import { overHttp } from './over-http.js';

for (const version of ['1.1', '1.2'] satisfies SoapVersion[])
  transportConformance(`SOAP ${version}`, createSoapAdapter().capabilities, () =>
    overHttp(({ port, addresses }, options) =>
      createSoapAdapter({ server: { port }, client: { version, endpoints: addresses }, ...options }),
    ),
  );
