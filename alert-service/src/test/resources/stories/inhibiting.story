# A target is quiet while its source fires, and back when that ends
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1s}
inhibit_rules:
- {source_matchers: [alertname = JobDown], target_matchers: [alertname = Lag], equal: [job]}
--- happens
0.5 fires alertname=Lag job=a
0.5 fires alertname=Lag job=b
2.0 fires alertname=JobDown job=a
4.1 ends alertname=JobDown job=a since 2.0
6 stop
--- told
1.5 default firing: Lag a, Lag b
2.5 default firing: JobDown a, Lag b
4.5 default firing: -JobDown a, Lag a, Lag b

# Source and target end together: the end of both is told
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [owner]}
--- happens
0.5 fires alertname=P owner=ml severity=page
0.5 fires alertname=T owner=ml severity=ticket
2.0 ends alertname=P owner=ml severity=page since 0.5
2.0 ends alertname=T owner=ml severity=ticket since 0.5
5 stop
--- told
1.5 default firing: P ml page
2.5 default resolved: -P ml page, -T ml ticket

# A label that is missing on both sides is equal
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [owner]}
--- happens
0.5 fires alertname=P severity=page
0.5 fires alertname=T severity=ticket
0.5 fires alertname=U severity=ticket owner=ml
4 stop
--- told
1.5 default firing: P page, U ml ticket

# A source on another route inhibits too
--- routing
route:
  receiver: default
  group_by: []
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: [severity = page]}
  - {receiver: b, matchers: [severity = ticket]}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket]}
--- happens
0.5 fires alertname=P severity=page
0.5 fires alertname=T severity=ticket
2.2 ends alertname=P severity=page since 0.5
6 stop
--- told
1.5 a firing: P page
2.5 a resolved: -P page
2.5 b firing: T ticket

# Of two sources the one that ends does not release the target
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket]}
--- happens
0.5 fires alertname=P severity=page
0.5 fires alertname=Q severity=page
0.5 fires alertname=T severity=ticket
2.2 ends alertname=P severity=page since 0.5
6 stop
--- told
1.5 default firing: P page, Q page
2.5 default firing: -P page, Q page

# What matches both sides is not inhibited by its like, but hides no other source
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: ['level =~ "x|both"'], target_matchers: ['level =~ "y|both"']}
--- happens
0.5 fires alertname=B level=both
0.5 fires alertname=C level=both
3.0 fires alertname=A level=x
4.0 fires alertname=D level=both
6 stop
--- told
1.5 default firing: B both, C both
3.5 default firing: A x

# What was announced is called off even while it is inhibited
--- routing
route:
  receiver: default
  group_by: []
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  routes:
  - {receiver: a, matchers: [severity = page]}
  - {receiver: b, matchers: [severity = ticket]}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket]}
--- happens
0.5 fires alertname=T severity=ticket
2.0 fires alertname=P severity=page
4.0 ends alertname=T severity=ticket since 0.5
8 stop
--- told
1.5 b firing: T ticket
3.0 a firing: P page
4.5 b resolved: -T ticket
