# The first route that matches has it, and its parent has not
--- routing
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: [svc = mysql]}
  - {receiver: b, matchers: [sev = page]}
--- happens
0.5 fires alertname=M svc=mysql sev=page
3 stop
--- told
1.5 a firing: M page mysql

# A route that continues leaves it to the next one too
--- routing
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: [svc = mysql], continue: true}
  - {receiver: b, matchers: [sev = page]}
--- happens
0.5 fires alertname=M svc=mysql sev=page
3 stop
--- told
1.5 a firing: M page mysql
1.5 b firing: M page mysql

# Patterns match whole values, and where no child matches the parent has it
--- routing
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, match_re: {svc: my}}
  - {receiver: b, matchers: ['svc !~ ".*"']}
--- happens
0.5 fires alertname=M svc=mysql
3 stop
--- told
1.5 default firing: M mysql

# A child inherits what it does not say itself
--- routing
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - receiver: a
    group_by: [svc]
    match: {svc: mysql}
    routes:
    - {matchers: [sev = page], group_wait: 2s}
--- happens
0.5 fires alertname=M svc=mysql sev=page
0.5 fires alertname=K svc=mysql
4 stop
--- told
1.5 a firing: K mysql
2.5 a firing: M page mysql
