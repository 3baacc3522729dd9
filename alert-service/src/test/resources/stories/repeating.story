# The repeat interval is looked at each group_interval, and so rounded up to it
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 2500ms}
--- happens
0.5 fires alertname=X
9 stop
--- told
1.5 default firing: X
4.5 default firing: X
7.5 default firing: X

# A repeat interval below group_interval repeats at each look, until it is over
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1ms}
--- happens
0.5 fires alertname=X
3.2 ends alertname=X since 0.5 at 3
7 stop
--- told
1.5 default firing: X
2.5 default firing: X
3.5 default resolved: -X

# A new alert begins the repeat interval anew
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 3s}
--- happens
0.5 fires alertname=X n=1
2.9 fires alertname=X n=2
8 stop
--- told
1.5 default firing: X 1
3.5 default firing: X 1, X 2
7.5 default firing: X 1, X 2
