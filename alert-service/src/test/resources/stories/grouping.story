# What fires within group_wait is told together, and another group on its own
--- routing
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=Burn budget=b1
0.9 fires alertname=Burn budget=b2
0.9 fires alertname=Orphan budget=b1
4 stop
--- told
1.5 default firing: Burn b1, Burn b2
1.9 default firing: Orphan b1

# What joins later is told at the next group_interval, with the whole group
--- routing
route: {receiver: default, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
--- happens
0.5 fires alertname=Burn budget=b1
1.8 fires alertname=Burn budget=b2
6 stop
--- told
1.5 default firing: Burn b1
3.5 default firing: Burn b1, Burn b2

# Grouping by all labels tells each alert on its own
--- routing
route: {receiver: default, group_by: ['...'], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=Burn budget=b1
0.5 fires alertname=Burn budget=b2
4 stop
--- told
1.5 default firing: Burn b1
1.5 default firing: Burn b2

# Alerts without the label they are grouped by are one group
--- routing
route: {receiver: default, group_by: [team], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=Z team=t1
0.5 fires alertname=Z
0.5 fires alertname=Q
4 stop
--- told
1.5 default firing: Z t1
1.5 default firing: Q, Z

# An alert that began long ago is told at once
--- routing
route: {receiver: default, group_by: [], group_wait: 5s, group_interval: 10s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X since -100
3 stop
--- told
0.5 default firing: X

# The same alert again is not told again
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.2 fires alertname=X since 0.5
3.2 fires alertname=X since 0.5
6 stop
--- told
1.5 default firing: X
