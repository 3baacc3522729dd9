# What a receiver refuses is told at the next look, not before
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 2s, repeat_interval: 1h}
--- happens
0 refuses default until 3.0
0.5 fires alertname=X
8 stop
--- told
3.5 default firing: X

# An end that is refused is told again, though the group was gone
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
--- happens
0.5 fires alertname=X
2.0 refuses default until 4.0
2.1 ends alertname=X since 0.5
9 stop
--- told
1.5 default firing: X
4.5 default resolved: -X

# A changed routing file begins groups anew and says nothing twice
--- routing
route: {receiver: default, group_by: [], group_wait: 1s, group_interval: 3s, repeat_interval: 10m}
--- happens
1 fires alertname=X n=1
3 reload
4 fires alertname=X n=2
9 stop
--- told
2.0 default firing: X 1
6.0 default firing: X 1, X 2
