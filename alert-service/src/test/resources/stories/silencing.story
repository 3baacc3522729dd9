# a silence keeps quiet while it lasts, and what goes on is told at the next look
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
---
1 fires alertname=A job=one
1 fires alertname=A job=two
2.3 silence s1 job=one from 2.5 until 4.5
5.5 stop
---
2.0 default firing: A one, A two
3.0 default firing: A two
4.0 default firing: A two
5.0 default firing: A one, A two

# what a silence kept quiet from the beginning is told when it is lifted
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
0.5 silence s1 alertname=A from 0.5 until 60
1 fires alertname=A job=one
3.5 unsilence s1
6 stop
---
4.0 default firing: A one

# the end of what was announced is told in spite of a silence
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
1 fires alertname=A
2.5 silence s1 alertname=A from 2.5 until 60
3.5 ends alertname=A since 1 at 3.5
8 stop
---
2.0 default firing: A
4.0 default resolved: -A

# what was never announced ends in silence without a word
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
0.5 silence s1 alertname=A from 0.5 until 60
1 fires alertname=A
3.5 ends alertname=A since 1 at 3.5
8 stop
---

# a silenced alert still inhibits
---
route: {receiver: default, group_by: ['...'], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
inhibit_rules:
- {source_matchers: ['severity="page"'], target_matchers: ['severity="ticket"'], equal: [owner]}
---
0.5 silence s1 severity=page from 0.5 until 60
1 fires owner=ml severity=page
1 fires owner=ml severity=ticket
5 stop
---
