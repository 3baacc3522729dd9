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

# a silence of whatever is not so silences what has no such label too
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
0.2 silence s1 team!=ml from 0.2 until 60
1 fires alertname=A team=ml
1 fires alertname=B team=cv
1 fires alertname=C
4 stop
---
2.0 default firing: A ml

# a silence is prolonged in place; with other conditions it is another one, and the old one has ended
---
route: {receiver: default}
---
0.2 silence s1 team=ml until 60
0.6 resilence s1 s2 team=ml from 0.2 until 90
0.7 silences?
1 resilence s1 s3 team=cv from 0.2 until 90
1.1 silences?
1.4 unsilence s3
1.5 unsilence s3
1.6 silences?
2 stop
---
0.7 silences: s1 active
1.1 silences: s1 expired, s3 active
1.6 silences: s1 expired, s3 expired

# one that is to come is pending, and may begin earlier or later
---
route: {receiver: default}
---
1 silence s1 team=ml from 10 until 60
2 resilence s1 s2 team=ml from 5 until 60
3 silences?
6 silences?
61 silences?
---
3.0 silences: s1 pending
6.0 silences: s1 active
61.0 silences: s1 expired

# who asks is told what holds at that moment, not at the last look
---
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 10m}
inhibit_rules:
- {source_matchers: [severity = page], target_matchers: [severity = ticket], equal: [alertname]}
---
0.3 fires alertname=A severity=ticket
0.5 alerts?
1.5 silence s1 alertname=A severity=ticket until 60
1.6 alerts?
2 fires alertname=A severity=page
2.1 alerts?
2.2 unsilence s1
2.3 alerts?
2.5 ends alertname=A severity=page since 2
2.6 alerts?
3 stop
---
0.5 alerts: A ticket
1.3 default firing: A ticket
1.6 alerts: A ticket quiet s1
2.1 alerts: A page, A ticket quiet inhibited s1
2.3 alerts: A page, A ticket quiet inhibited
2.6 alerts: A ticket

# the end of what was announced is lost in a silence (exactly as Alertmanager)
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
---
1 fires alertname=A
2.5 silence s1 alertname=A from 2.5 until 60
3.5 ends alertname=A since 1 at 3.5
80 stop
---
2.0 default firing: A
