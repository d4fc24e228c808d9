import { createMqttAdapter } from '@cimbind/runtime/transport/mqtt';
import { MOSQUITTO } from '../support/brokers/mosquitto.js';
import { overBroker } from './over-broker.js';

overBroker('MQTT 5, mosquitto', MOSQUITTO, 'mqtt', (port, options) =>
  createMqttAdapter({ url: `mqtt://127.0.0.1:${port}`, ...options }),
);
