package org.glasnik.operate;

import java.util.List;

record CheckPage(List<Finding> findings) {}
