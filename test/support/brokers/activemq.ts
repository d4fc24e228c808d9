import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerKind } from './broker.js';

const HOME = '/usr/share/activemq';

const jars = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(folder, name));

/** The broker's classes, a JMS client among them. */
export const activemqJars = (): readonly string[] => [
  ...jars(join(HOME, 'lib')),
  ...jars(join(HOME, 'lib', 'optional')),
];

export const ACTIVEMQ: BrokerKind = {
  name: 'activemq',
  needs: [join(HOME, 'lib'), '/usr/bin/java'],
  protocols: ['stomp', 'openwire'],
  prepare(folder, ports) {
    writeFileSync(
      join(folder, 'log4j.properties'),
      [
        'log4j.rootLogger=WARN, console',
        'log4j.appender.console=org.apache.log4j.ConsoleAppender',
        'log4j.appender.console.layout=org.apache.log4j.PatternLayout',
        'log4j.appender.console.layout.ConversionPattern=%d %p %m%n',
        '',
      ].join('\n'),
    );
    const configuration = join(folder, 'activemq.xml');
    writeFileSync(configuration, beans(ports));
    const path = [folder, ...activemqJars()].join(':');
    return {
      command: '/usr/bin/java',
      args: [
        ...['-Xms64m', '-Xmx512m', `-Damq.data=${join(folder, 'store')}`],
        ...[`-Dactivemq.home=${HOME}`, `-Dactivemq.base=${folder}`, '-cp', path],
        ...['org.apache.activemq.console.Main', 'start', `xbean:file:${configuration}`],
      ],
    };
  },
};

const beans = (ports: Readonly<Record<string, number>>): string =>
  `
<beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd
  http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd">
  <bean class="org.springframework.beans.factory.config.PropertyPlaceholderConfigurer"/>
  <broker xmlns="http://activemq.apache.org/schema/core" brokerName="cim${ports['stomp'] ?? 0}" useJmx="false"
      dataDirectory="\${amq.data}">
    <destinationPolicy><policyMap><policyEntries>
      <policyEntry queue=">" producerFlowControl="false" memoryLimit="64mb">
        <deadLetterStrategy><individualDeadLetterStrategy queuePrefix="DLQ." useQueueForQueueMessages="true"/></deadLetterStrategy>
      </policyEntry>
      <policyEntry topic=">" producerFlowControl="false"/>
    </policyEntries></policyMap></destinationPolicy>
    <persistenceAdapter><kahaDB directory="\${amq.data}/kahadb"/></persistenceAdapter>
    <systemUsage><systemUsage>
      <memoryUsage><memoryUsage limit="128 mb"/></memoryUsage>
      <storeUsage><storeUsage limit="2 gb"/></storeUsage>
      <tempUsage><tempUsage limit="1 gb"/></tempUsage>
    </systemUsage></systemUsage>
    <transportConnectors>
      <transportConnector name="stomp" uri="stomp://127.0.0.1:${ports['stomp'] ?? 0}?transport.hbGracePeriodMultiplier=2"/>
      <transportConnector name="openwire" uri="tcp://127.0.0.1:${ports['openwire'] ?? 0}"/>
    </transportConnectors>
  </broker>
</beans>
`.trimStart();
