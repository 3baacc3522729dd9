# who is next is told when nobody acknowledges, and all are told the end
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 10s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}, {wait: 14s, receiver: b}]
---
1 fires alertname=A
20 ends alertname=A since 1
40 stop
---
2.0 default firing: A
5.0 a firing: A
16.0 b firing: A
22.0 default resolved: -A
22.0 a resolved: -A
22.0 b resolved: -A

# an acknowledgement ends it, and who was told already is told the end
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}, {wait: 5s, receiver: b}]
---
1 fires alertname=A
6 acks ann default alertname=A
20.5 ends alertname=A since 1
40 stop
---
2.0 default firing: A
5.0 a firing: A
21.0 default resolved: -A
21.0 a resolved: -A

# the clock stands still while it is acknowledged
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 10s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}, {wait: 6s, receiver: b}]
---
1 fires alertname=A
4 acks ann default alertname=A until 9.5
11.5 acks bob default alertname=A
14 unacks bob default alertname=A
20 stop
---
2.0 default firing: A
10.5 a firing: A
16.0 b firing: A

# those who were called in hear news and repetitions as the first do
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 3s, escalation: up}
escalations:
- name: up
  steps: [{wait: 1500ms, receiver: a}]
---
1 fires alertname=A n=1
4.5 fires alertname=A n=2
9.5 stop
---
2.0 default firing: A 1
3.5 a firing: A 1
5.0 default firing: A 1, A 2
5.0 a firing: A 1, A 2
9.0 default firing: A 1, A 2
9.0 a firing: A 1, A 2

# what is kept quiet is not escalated; what is due is made good when it speaks again
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}]
---
1 fires alertname=A
3 silence s1 alertname=A from 3 until 6.5
12 stop
---
2.0 default firing: A
8.0 a firing: A

# what fires again later begins at the first step
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}]
---
1 fires alertname=A
6.5 ends alertname=A since 1
8.5 fires alertname=A since 8.5
10 ends alertname=A since 8.5
20 stop
---
2.0 default firing: A
5.0 a firing: A
7.0 default resolved: -A
7.0 a resolved: -A
9.5 default firing: A
10.5 default resolved: -A

# a routing that was read again changes nothing for who was told
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h, escalation: up}
escalations:
- name: up
  steps: [{wait: 3s, receiver: a}, {wait: 6s, receiver: b}]
---
1 fires alertname=A
5.4 reload
12.2 ends alertname=A since 1
20 stop
---
2.0 default firing: A
5.0 a firing: A
8.0 b firing: A
12.4 default resolved: -A
12.4 a resolved: -A
12.4 b resolved: -A

# a route has the escalation of the one above, another, or none
---
route:
  receiver: default
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
  group_by: [alertname]
  escalation: up
  routes:
  - {receiver: default, matchers: [alertname = A]}
  - {receiver: default, matchers: [alertname = B], escalation: other}
  - {receiver: default, matchers: [alertname = C], escalation: ''}
escalations:
- {name: up, steps: [{wait: 2s, receiver: a}]}
- {name: other, steps: [{wait: 4s, receiver: b}]}
---
1 fires alertname=A
1 fires alertname=B
1 fires alertname=C
8 stop
---
2.0 default firing: A
2.0 default firing: B
2.0 default firing: C
4.0 a firing: A
6.0 b firing: B

# the end of what was refused is told again to who was called in
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h, escalation: up}
escalations:
- {name: up, steps: [{wait: 1s, receiver: a}]}
---
1 fires alertname=A
3.5 refuses a until 9
5 ends alertname=A since 1
14 stop
---
2.0 default firing: A
3.0 a firing: A
6.0 default resolved: -A
10.0 a resolved: -A

# who was called in and heard nothing is left alone once somebody acknowledges
---
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h, escalation: up}
escalations:
- {name: up, steps: [{wait: 1s, receiver: a}]}
---
1 fires alertname=A
2 refuses a until 3.5
3.5 acks ann default alertname=A
8.5 unacks ann default alertname=A
9.5 ends alertname=A since 1
14 stop
---
2.0 default firing: A
10.0 default resolved: -A
