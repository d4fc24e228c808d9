export { createMqttAdapter, type MqttOptions } from './mqtt.js';
